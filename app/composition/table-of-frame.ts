import type { ServerBuild } from '@remix-run/node';

type Placed = { id: string; parentId?: string | undefined };

/**
 * A build with the pages of one frame alone, and the addresses they answer. For every page the framework looks through all
 * addresses there are, four times, which with hundreds of them costs more than to draw the page: what workers and the
 * public ask is answered from tables of their own.
 */
export function tableOf(build: ServerBuild, frame: string): { build: ServerBuild; paths: string[] } {
  const kept = <Route extends Placed>(routes: Record<string, Route>) =>
    Object.fromEntries(
      Object.entries(routes).filter(
        ([, { id, parentId }]) => id === 'root' || id === frame || parentId === frame,
      ),
    );
  const routes = kept(build.routes);
  const paths = Object.values(routes).flatMap((route) => (route.path ? [addressOf(route.path)] : []));
  return {
    build: { ...build, routes, assets: { ...build.assets, routes: kept(build.assets.routes) } },
    paths,
  };
}

/** A language is two letters: what begins with a word is another page, which the whole table knows to be nearer. */
const addressOf = (path: string) => `/${path.replace(/^:lang(?=\/)/, ':lang([a-z][a-z])')}`;
