import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';

import { tableOf } from './table-of-frame.ts';

const route = (id: string, parentId?: string, path?: string) => ({
  ...{ id, parentId, path, module: { default: () => null } },
});
const entry = (id: string, parentId?: string) => ({
  ...{ id, parentId, module: `/${id}.js`, hasAction: false, hasLoader: false },
  ...{ hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false },
});

test('a table holds its frame and the pages in it, and the root around them', () => {
  const ids = [
    ['root'],
    ['frames/worker', 'root'],
    ['check', 'frames/worker', ':lang/check'],
    ['frames/desk', 'root'],
    ['now', 'frames/desk', 'now'],
    ['clip', 'root', ':lang/clips/:answer'],
  ] as const;
  const build = {
    routes: Object.fromEntries(ids.map(([id, parent, path]) => [id, route(id, parent, path)])),
    assets: { routes: Object.fromEntries(ids.map(([id, parent]) => [id, entry(id, parent)])) },
  };
  const whole: ServerBuild = Object.assign(Object.create(null), build);
  const { build: kept, paths } = tableOf(whole, 'frames/worker');
  expect(Object.keys(kept.routes)).toEqual(['root', 'frames/worker', 'check']);
  expect(Object.keys(kept.assets.routes)).toEqual(['root', 'frames/worker', 'check']);
  expect(paths).toEqual(['/:lang([a-z][a-z])/check']);
});
