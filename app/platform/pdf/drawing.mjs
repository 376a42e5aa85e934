import { register } from 'tsx/esm/api';

// How the drawing thread begins in the sources; where the house is built, its bundle stands under this name.
register();
await import('./drawing.server.tsx');
