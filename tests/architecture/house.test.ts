import { describe, expect, test } from 'vitest';

import * as house from './house.ts';
import * as pages from './pages.ts';
import { formsFirst } from './records.ts';
import { untested } from './tested.ts';

const sources = house.readHouse();

describe('the house', () => {
  test('is read whole', () => {
    expect(sources.length).toBeGreaterThan(300);
  });

  test.each([
    ['each table is written by one room', house.foreignWrites],
    ['each table has such a room', house.unownedTables],
    ['no file outgrows 300 lines, no route 120', house.tooLong],
    ['no folder outgrows 15 files', house.tooFull],
    ['no name says nothing', house.vagueNames],
    ['every page says who may come in', pages.openDoors],
    ['a record is looked up before its form is read', formsFirst],
    ['pages are read in one order', pages.outOfOrder],
    ['every page has an address', pages.strayRoutes],
    ['migrations are named, listed and closed', house.looseMigrations],
    ['nothing is suppressed', house.suppressions],
    ['every rule, command and policy is named in a test', untested],
  ] as const)('%s', (_what, broken) => {
    expect(broken(sources)).toEqual([]);
  });
});
