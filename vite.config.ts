import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { build, defineConfig, type Plugin } from 'vite';

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

const offline = 'app/features/audits/fieldwork/offline';

/** What the scripts for working without a network are made of: the same sources are the same build, anywhere. */
function offlineBuild() {
  const sources = readdirSync(offline, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(offline, name));
  const hash = createHash('sha256');
  const interviews = ['away/about', 'keys', 'pointing'].map((name) => `interviews/${name}`);
  const shared = ['model', 'findings/model', ...interviews, 'remedy/model'].map(
    (name) => `app/features/audits/${name}.ts`,
  );
  const platform = 'app/platform/sealed/envelope.ts';
  for (const path of [...sources.sort(), ...shared, platform, 'package-lock.json']) {
    hash.update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 12);
}

const define = { OFFLINE_BUILD: JSON.stringify(offlineBuild()) };

/** The page's script and its service worker: each one file by itself, outside the bundle of Remix. */
const offlineScripts: Plugin = {
  name: 'fairroute:offline-scripts',
  apply: (config, { command }) => command === 'build' && !config.build?.ssr,
  async closeBundle() {
    const scripts = { page: `assets/offline-${offlineBuild()}.js`, worker: 'offline-worker.js' };
    for (const [name, file] of Object.entries(scripts)) {
      await build({
        ...{ configFile: false, publicDir: false, logLevel: 'warn', define },
        build: {
          ...{ outDir: 'build/client', emptyOutDir: false, target: 'es2022', modulePreload: false },
          rollupOptions: {
            input: `${offline}/device/${name}.ts`,
            output: { entryFileNames: file, format: 'iife' },
          },
        },
      });
    }
  },
};

/** What draws papers runs in a thread, and begins with a file of its own beside the server's. */
const drawingThread: Plugin = {
  name: 'fairroute:drawing-thread',
  apply: (config, { command }) => command === 'build' && Boolean(config.build?.ssr),
  async closeBundle() {
    await build({
      ...{ configFile: false, publicDir: false, logLevel: 'warn' },
      build: {
        ...{ ssr: 'app/platform/pdf/drawing.server.tsx', outDir: 'build/server', emptyOutDir: false },
        ...{ target: 'es2022', rollupOptions: { output: { entryFileNames: 'drawing.mjs' } } },
      },
    });
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), ownServerEntry, offlineScripts, drawingThread],
  define,
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  ssr: { external: ['pg-native'] },
});
