import { createApp } from "vue";
import App from "./App.vue";
import { useElements } from "./elements";
import { router } from "./router";
import { speak, words } from "./words";
import "./console.css";

const app = createApp(App);
useElements(app);
app.use(words).use(router);
speak(words.global.locale.value);
app.mount("#console");
