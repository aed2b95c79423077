package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.Receipt;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fake keeps what the contract promises. */
class FakeChannelTest extends NoticeChannelContract {

    private static final Map<Behaviour, DeliveryFault> FAULTS = Map.of(
            Behaviour.SILENT, DeliveryFault.NO_ANSWER,
            Behaviour.CLOSES, DeliveryFault.UNREACHABLE,
            Behaviour.GARBLED, DeliveryFault.UNREADABLE_ANSWER,
            Behaviour.REFUSES_US, DeliveryFault.NOT_ADMITTED,
            Behaviour.BUSY, DeliveryFault.TOO_MANY);

    @Override
    protected Bench bench() {
        FakeChannel channel = new FakeChannel(NAME, Clock.systemUTC());
        FakeChannel nobody = new FakeChannel(NAME, Clock.systemUTC());
        nobody.answer(Receipt.failed(DeliveryFault.UNREACHABLE, ""));
        return new Bench() {
            @Override
            public NoticeChannel channel() {
                return channel;
            }

            @Override
            public NoticeChannel impatient() {
                return channel;
            }

            @Override
            public NoticeChannel toNobody() {
                return nobody;
            }

            @Override
            public String address() {
                return "";
            }

            @Override
            public void behave(Behaviour behaviour) {
                channel.answer(Optional.ofNullable(FAULTS.get(behaviour))
                        .map(fault -> Receipt.failed(fault, ""))
                        .orElse(Receipt.accepted("")));
            }

            @Override
            public List<String> received() {
                return channel.told().stream()
                        .map(told -> told.message().id().value())
                        .toList();
            }

            @Override
            public Set<DeliveryFault> faults(Behaviour behaviour) {
                return Optional.ofNullable(FAULTS.get(behaviour)).map(Set::of).orElse(Set.of());
            }

            @Override
            public void close() {}
        };
    }
}
