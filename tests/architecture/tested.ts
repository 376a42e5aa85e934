import { isTest, type Source } from './house.ts';

const drawers = /^app\/features\/.*(rules|policy|commands?|commands\/(?!on-)[^/]+)\.(server\.)?ts$/;
/** A piece of a command works in that command's transaction and is tested with it. */
const exported = /^export (?:async )?(?:function|const) (\w+)(?!\w)(?![^)]{0,20}\(\s*trx\b)/gm;

/** Every rule, command and policy is named in some test. */
export function untested(house: Source[]) {
  const tests = house
    .filter(({ path }) => isTest(path) && !path.startsWith('tests/architecture/'))
    .map(({ text }) => text)
    .join('\n');
  return house
    .filter(({ path }) => drawers.test(path) && !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(exported)]
        .map(([, name]) => name ?? '')
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(tests))
        .map((name) => `${path}: ${name}`),
    );
}
