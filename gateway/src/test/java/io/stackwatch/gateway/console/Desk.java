package io.stackwatch.gateway.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Debian's Chromium at a gateway's console: pages of people who do not share cookies, and everything that went wrong in them.
 *
 * <p>Used from one thread, as Playwright wants it.
 */
public final class Desk implements AutoCloseable {

    /** Figures that axe must not find: what keeps people from using a page. */
    private static final List<String> SERIOUS = List.of("serious", "critical");

    private static final Path AXE = Path.of("src/main/web/node_modules/axe-core/axe.min.js");
    private static final double PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    /** @param port of the gateway's HTTP server on the loopback address */
    public Desk(int port) {
        address = "http://127.0.0.1:" + port + "/";
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A page of somebody's own, in a language, of a width; not signed in. */
    public Page page(String language, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setAcceptDownloads(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("UTC")
                .setLocale(language));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript("localStorage.setItem('stackwatch.language', '" + language + "')");
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + " " + error));
        page.navigate(address);
        return page;
    }

    /** Enters as somebody, at a gateway that asks for no sign-in. */
    public void actAs(Page page, String person) {
        page.locator("#person").selectOption(person);
        page.locator("button[type=submit]").click();
        page.locator("nav.rooms").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Signs in and waits until the rooms are there. */
    public void signIn(Page page, String account, String password) {
        page.locator("#account").fill(account);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
        page.locator("nav.rooms").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** A room of the console, by its address behind the hash. */
    public void go(Page page, String room) {
        page.navigate(address + "#" + room);
    }

    /** Leaves a picture of every page that is open in a folder, under a name, and closes them. */
    void put(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (BrowserContext context : List.copyOf(browser.contexts())) {
            for (Page page : context.pages()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + "-" + number++ + ".png"))
                        .setFullPage(true));
            }
            context.close();
        }
    }

    /** What the console of any page reported as an error since the start. */
    public List<String> faults() {
        return faults;
    }

    /** Forgets an expected refusal, such as a wrong password that a test entered. */
    void forgive() {
        faults.clear();
    }

    /** What axe finds that is serious or worse, each with where it is. */
    List<String> barriers(Page page) throws IOException {
        page.evaluate(Files.readString(AXE));
        Object found = page.evaluate("async () => JSON.stringify((await axe.run(document)).violations)");
        List<String> barriers = new ArrayList<>();
        JsonArray violations = JsonParser.parseString(String.valueOf(found)).getAsJsonArray();
        for (JsonElement violation : violations) {
            String impact = violation.getAsJsonObject().get("impact").getAsString();
            if (SERIOUS.contains(impact)) {
                for (JsonElement node : violation.getAsJsonObject().get("nodes").getAsJsonArray()) {
                    barriers.add(page.url() + " "
                            + violation.getAsJsonObject().get("id").getAsString() + " "
                            + node.getAsJsonObject().get("html").getAsString());
                }
            }
        }
        return barriers;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
