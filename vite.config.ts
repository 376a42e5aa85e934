import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';

import remixOptions from './remix.config.js';

/** Remix builds only its own routes; this makes our server, worker and API one bundle with them. */
const ownServerEntry: Plugin = {
  name: 'fairroute:server-entry',
  enforce: 'post',
  config(config, { isSsrBuild, command }) {
    if (command !== 'build' || !isSsrBuild) return;
    config.build = {
      ...config.build,
      rollupOptions: { ...config.build?.rollupOptions, input: 'app/server.ts' },
    };
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), ownServerEntry],
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  ssr: { external: ['pg-native'] },
});
