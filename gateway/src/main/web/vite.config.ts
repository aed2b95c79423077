import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import vue from "@vitejs/plugin-vue";
import { defineConfig, type Plugin } from "vite";

const OUT = process.env.CONSOLE_OUT ?? "../../../target/classes/io/stackwatch/gateway/api/console";

/** Writes files.txt, the list of what may be asked for (name, bytes, SHA-256), and a .gz beside what is worth it. */
function listed(): Plugin {
  const walk = (folder: string, under: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? walk(path, `${under}${name}/`) : [`${under}${name}`];
    });
  return {
    name: "listed",
    apply: "build",
    closeBundle() {
      const lines = walk(OUT, "")
        .filter((name) => name !== "files.txt" && !name.endsWith(".gz"))
        .sort()
        .map((name) => {
          const bytes = readFileSync(join(OUT, name));
          if (/\.(js|css|html|svg|json|geojson)$/.test(name)) {
            writeFileSync(join(OUT, `${name}.gz`), gzipSync(bytes, { level: 9 }));
          }
          return `${name} ${bytes.length} ${createHash("sha256").update(bytes).digest("hex")}`;
        });
      writeFileSync(join(OUT, "files.txt"), `${lines.join("\n")}\n`);
    },
  };
}

export default defineConfig({
  plugins: [vue(), listed()],
  define: { __VUE_OPTIONS_API__: "false", __VUE_I18N_LEGACY_API__: "false", __INTLIFY_PROD_DEVTOOLS__: "false" },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
