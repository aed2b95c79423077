package io.stackwatch.gateway.notice.dingtalk;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.gateway.config.EntryReader;
import io.stackwatch.gateway.notice.Allowance;
import io.stackwatch.gateway.notice.ChannelKind;
import io.stackwatch.gateway.notice.Secrets;
import io.stackwatch.gateway.notice.post.Post;
import io.stackwatch.gateway.notice.robot.RobotAllowance;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** {@code kind: DINGTALK}. */
public final class DingTalkKind implements ChannelKind {

    @Override
    public String name() {
        return "DINGTALK";
    }

    @Override
    public Allowance usual() {
        return RobotAllowance.usual();
    }

    @Override
    public Optional<Making> read(ChannelName name, Duration wait, EntryReader entry, Secrets secrets) {
        URI home = entry.value("url", "an address of http or https without the token", Post::address)
                .orElse(DingTalkRobot.HOME);
        boolean signs = entry.has("secret");
        Optional<String> secret = signs ? secrets.required(entry, "secret") : Optional.empty();
        Optional<String> token = secrets.required(entry, "token");
        if (token.isEmpty() || (signs && secret.isEmpty())) {
            return Optional.empty();
        }
        DingTalkRobot.Secrets known = new DingTalkRobot.Secrets(token.get(), secret);
        return Optional.of(means -> new DingTalkRobot(name, new Post(means.vertx(), wait), home, known, means.wall()));
    }
}
