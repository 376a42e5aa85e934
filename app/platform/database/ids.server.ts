import { sql, type RawBuilder } from 'kysely';

const form = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * A record by the id an address names: compared as what it is, so that the key's index finds it; what is no id is
 * nobody's. The builder knows no comparison that is false by itself.
 */
export const isId = (column: string, id: string): RawBuilder<boolean> =>
  form.test(id) ? sql<boolean>`${sql.ref(column)} = ${id}::uuid` : sql<boolean>`false`;
