package io.stackwatch.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.stackwatch.gateway.app.ConsoleCity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What people do at the console, in Debian's Chromium, behind the sign-in; each story leaves no error and no barrier. */
final class ConsoleIT {

    private static final String CHINESE = "zh-CN";
    private static final Path PICTURES = Path.of("target/console");
    private static final double SOON_MILLIS = 20_000;

    @TempDir
    private static Path folder;

    private static ConsoleCity city;
    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        city = ConsoleCity.start(folder);
        desk = new Desk(city.webPort());
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
        if (city != null) {
            city.close();
        }
    }

    @AfterEach
    void nothingWentWrongInThePages(TestInfo test) throws Exception {
        desk.put(PICTURES, test.getTestMethod().orElseThrow().getName());
        List<String> faults = List.copyOf(desk.faults());
        desk.forgive();
        assertEquals(List.of(), faults);
    }

    @Test
    void anOfficerSeesAnExceedanceArriveAcknowledgesItAndOpensTheRawFrame() throws Exception {
        Page page = enter("officer", CHINESE, 1440, 900);
        desk.go(page, "/alarms");
        heading(page, "告警");
        clean(page);
        Locator rows = page.locator("tr[data-outlet='" + ConsoleCity.OUTLET + "']")
                .filter(new Locator.FilterOptions().setHasText("小时均值超标"))
                .filter(new Locator.FilterOptions().setHasText("412.5"));
        assertEquals(0, rows.count());
        city.sendHour("412.5");
        soon(rows.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS));

        rows.first().getByRole(AriaRole.BUTTON, named("确认")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).fill("已看到，电话核实中");
        clean(page);
        dialog.getByRole(AriaRole.BUTTON, named("确认")).click();
        soon(rows.first()).containsText("已确认");

        rows.first().getByRole(AriaRole.LINK).first().click();
        soon(page.locator("#frames")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("查看日志第 \\d+ 条")))
                .first()
                .click();
        soon(page.getByText("a21026-ZsAvg=412.5").first()).isVisible();
        clean(page);
    }

    @Test
    void anEnterpriseFilesAMarkBeforeNoonOnAPhoneAndSeesItsOwnOnly() throws Exception {
        Page page = enter("enterprise", CHINESE, 360, 800);
        soon(page.getByRole(AriaRole.HEADING).first()).containsText("企业门户");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("标记").setExact(true))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("报送标记"))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        soon(dialog).isVisible();
        assertEquals(
                List.of(ConsoleCity.OUTLET),
                dialog.locator("select").first().locator("option").evaluateAll("all => all.map(one => one.value)"));
        Locator kind = dialog.locator("select").nth(1);
        kind.selectOption(
                kind.locator("optgroup").first().locator("option").first().getAttribute("value"));
        dialog.locator("input[type=datetime-local]").nth(0).fill("2026-12-11T13:00");
        dialog.locator("input[type=datetime-local]").nth(1).fill("2026-12-11T14:00");
        dialog.locator("textarea").last().fill("零点校准");
        assertEquals(0, dialog.getByText("窗口已关闭").count());
        fits(page);
        dialog.getByRole(AriaRole.BUTTON, named("报送")).click();
        soon(page.getByText("零点校准").first()).isVisible();
        clean(page);
        fits(page);
        assertEquals(
                404,
                page.request()
                        .get(page.url().replaceFirst("#.*", "") + "api/v1/outlets/DEMO-DA016")
                        .status());
    }

    @Test
    void anAuditorFollowsACountyDownToAFrameAndDownloadsTheWorkbook() throws Exception {
        Page page = enter("auditor", CHINESE, 1440, 900);
        desk.go(page, "/audit");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("2026-11").setExact(true))
                .first()
                .click();
        heading(page, "2026-11 月结");
        clean(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("茌平区"))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("示例热电二厂"))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("示例热电二厂1号机组"))
                .first()
                .click();
        heading(page, "示例热电二厂1号机组");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^26 ")))
                .click();
        page.locator("select:has(option[value=a21026])").last().selectOption("a21026");
        clean(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("报文 \\d+")))
                .first()
                .click();
        soon(page.getByText(Pattern.compile("MN=DE3715030000000000000003")).first())
                .isVisible();

        desk.go(page, "/audit/2026-11");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("月度资料"))
                .click();
        Locator workbook = page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("\\.xlsx$")))
                .first();
        Download download = page.waitForDownload(workbook::click);
        Path kept = folder.resolve("month.xlsx");
        download.saveAs(kept);
        ZipSecureFile.setMinInflateRatio(0.001);
        try (Workbook book = WorkbookFactory.create(kept.toFile())) {
            assertTrue(book.getNumberOfSheets() > 0);
        }
        assertTrue(Files.size(kept) > 1_000);
        clean(page);
    }

    @Test
    void aHeadApprovesTheDecisionOfAFine() throws Exception {
        Page page = enter("head", CHINESE, 1440, 900);
        desk.go(page, "/cases/" + city.file());
        soon(page.getByText("请您决定").or(page.locator(".decision")).first()).isVisible();
        clean(page);
        page.locator("li.decision").first().getByRole(AriaRole.BUTTON).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("textarea").last().fill("经集体讨论，决定处罚");
        clean(page);
        dialog.locator("button[type=submit]").click();
        soon(page.locator(".course, ol").getByText("经集体讨论，决定处罚").first()).isVisible();
        clean(page);
    }

    @Test
    void theBoardAndAnAlarmSpeakEnglishToo() throws Exception {
        Page page = enter("officer", "en", 1280, 800);
        heading(page, "Live board");
        desk.go(page, "/outlets");
        heading(page, "Outlets");
        clean(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("中文"))
                .click();
        heading(page, "排放口");
    }

    @Test
    void aWrongPasswordIsRefusedInWordsAndNothingIsShown() throws Exception {
        Page page = desk.page(CHINESE, 1280, 800);
        page.locator("#account").fill("officer");
        page.locator("#password").fill("not-the-password");
        page.locator("button[type=submit]").click();
        soon(page.getByRole(AriaRole.ALERT)).containsText("账号或密码不正确");
        assertEquals(0, page.locator("nav.rooms").count());
        assertEquals(
                401,
                page.request()
                        .get(page.url().replaceFirst("#.*", "") + "api/v1/alarms")
                        .status());
        clean(page);
        List<String> faults = List.copyOf(desk.faults());
        desk.forgive();
        assertTrue(faults.stream().allMatch(fault -> fault.contains("401")), faults::toString);
    }

    private static Page enter(String account, String language, int width, int height) {
        Page page = desk.page(language, width, height);
        desk.signIn(page, account, ConsoleCity.PASSWORD);
        return page;
    }

    private static void heading(Page page, String text) {
        soon(page.locator("h1").first()).containsText(text);
    }

    private static LocatorAssertions soon(Locator locator) {
        PlaywrightAssertions.setDefaultAssertionTimeout(SOON_MILLIS);
        return PlaywrightAssertions.assertThat(locator);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void clean(Page page) throws Exception {
        assertEquals(List.of(), desk.barriers(page));
    }

    /** Nobody has to push the page sideways. */
    private static void fits(Page page) {
        assertEquals(
                page.evaluate("() => window.innerWidth"), page.evaluate("() => document.documentElement.scrollWidth"));
    }
}
