import { tableRefusalTexts, type TableRefusal } from '#app/platform/tables/table.ts';

export const isTableRefusal = (refusal: string): refusal is TableRefusal =>
  Object.hasOwn(tableRefusalTexts, refusal);
export const tableText = (refusal: TableRefusal) => tableRefusalTexts[refusal];
