package io.stackwatch.gateway.notice.wecom;

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

/** {@code kind: WECOM}. */
public final class WeComKind implements ChannelKind {

    @Override
    public String name() {
        return "WECOM";
    }

    @Override
    public Allowance usual() {
        return RobotAllowance.usual();
    }

    @Override
    public Optional<Making> read(ChannelName name, Duration wait, EntryReader entry, Secrets secrets) {
        URI home = entry.value("url", "an address of http or https without the key", Post::address)
                .orElse(WeComRobot.HOME);
        WeComRobot.Form form = entry.constant("form", WeComRobot.Form.class).orElse(WeComRobot.Form.MARKDOWN);
        return secrets.required(entry, "key")
                .map(key -> means -> new WeComRobot(name, new Post(means.vertx(), wait), home, key, form));
    }
}
