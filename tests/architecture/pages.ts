import type { Source } from './house.ts';

const isRoute = (path: string) =>
  /^app\/routes\/.*\.tsx?$/.test(path) && !/\.(server|test)\.tsx?$/.test(path);
const door = /export (?:async )?(?:function|const) (loader|action)\b[^\n]*\n([^\n]*)/g;

/** Every loader and action of a page says in its first line who may come in. */
export const openDoors = (house: Source[]) =>
  house
    .filter(({ path }) => isRoute(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(door)]
        .filter(([, , first]) => !/await enter\(request, /.test(first ?? ''))
        .map(([, name]) => `${path}: ${name} does not begin with enter()`),
    );

const order = ['handle', 'meta', 'loader', 'action', 'default', 'ErrorBoundary'];

export const outOfOrder = (house: Source[]) =>
  house
    .filter(({ path }) => isRoute(path))
    .filter(({ text }) => {
      const found = [
        ...text.matchAll(/^export (?:async )?(?:const|function|(default)) ?(?:function )?(\w+)?/gm),
      ];
      const places = found.map(([, standard, name]) => order.indexOf(standard ?? name ?? ''));
      return places.some((place, index) => place < (places[index - 1] ?? 0));
    })
    .map(({ path }) => path);

/** Files in routes that no address leads to, and addresses whose file is gone. */
export function strayRoutes(house: Source[]) {
  const table = house
    .filter(({ path }) => path === 'app/routes.ts' || path.startsWith('app/addresses/'))
    .map(({ text }) => text)
    .join('\n');
  const listed = [...table.matchAll(/'(routes\/[^']+)'/g)].map(([, file]) => `app/${file}`);
  const there = house.map(({ path }) => path).filter(isRoute);
  return [
    ...there.filter((path) => !listed.includes(path)),
    ...listed.filter((path) => !there.includes(path)),
  ];
}
