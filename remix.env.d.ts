/// <reference types="vite/client" />
import '@remix-run/node';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

declare global {
  /** Names the build of the scripts for working without a network; set in `vite.config.ts`. */
  const OFFLINE_BUILD: string;
}
