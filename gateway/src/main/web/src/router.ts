import { createRouter, createWebHashHistory } from "vue-router";
import HomeRoom from "./shell/HomeRoom.vue";

/** The rooms of the console; a room may hold others, and every one has an address that can be sent to a colleague. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: "/", component: HomeRoom },
    { path: "/board", component: () => import("./board/BoardRoom.vue") },
    { path: "/wall", component: () => import("./board/WallScreen.vue"), meta: { bare: true } },
    { path: "/alarms", component: () => import("./alarms/AlarmRoom.vue") },
    { path: "/alarms/:id", component: () => import("./alarms/AlarmStory.vue"), props: true },
    { path: "/outlets", component: () => import("./outlets/OutletRoom.vue") },
    { path: "/outlets/:id", component: () => import("./outlets/OutletFile.vue"), props: true },
    { path: "/frames/:sequence", component: () => import("./alarms/FramePage.vue"), props: true },
    { path: "/cases", component: () => import("./cases/CaseRoom.vue") },
    { path: "/cases/:id", component: () => import("./cases/CaseFile.vue"), props: true },
    { path: "/audit", component: () => import("./audit/AuditRoom.vue") },
    { path: "/audit/:month", component: () => import("./audit/MonthFile.vue"), props: true },
    { path: "/audit/:month/:outlet", component: () => import("./audit/MonthOutlet.vue"), props: true },
    { path: "/portal", component: () => import("./portal/PortalRoom.vue") },
    { path: "/portal/cases/:id", component: () => import("./portal/OwnCase.vue"), props: true },
    { path: "/administration", component: () => import("./administration/AdministrationRoom.vue") },
    { path: "/administration/:part", component: () => import("./administration/AdministrationRoom.vue"), props: true },
    { path: "/:anything(.*)*", redirect: "/" },
  ],
});
