import { dirname, posix } from 'node:path';

import { openPackage, type Package } from './package.server.ts';
import { readSheet } from './sheet.server.ts';
import { readDateStyles } from './styles.server.ts';
import { mostCellCharacters, NotTaken, type Table, type TableLimits } from './table.ts';
import { readXml } from './xml.server.ts';

const most = { sheets: 60, characters: 16 * 1024 * 1024 };

/** An Excel workbook, part by part; nothing of it is ever computed or followed. */
export async function readXlsx(content: Buffer, limits: TableLimits): Promise<Table> {
  const zip = await openPackage(content);
  const types = zip.part('[Content_Types].xml');
  if (!types) throw new NotTaken('table_kind_refused');
  await refuseActive(types);
  const workbookName = (await relations(zip, '')).find(({ type }) => type === 'officeDocument')?.target;
  const workbook = workbookName && (await readWorkbook(zip, workbookName));
  if (!workbook) throw new NotTaken('table_kind_refused');

  const strings = await sharedStrings(zip.part(workbook.strings ?? ''));
  const dates = await readDateStyles(zip.part(workbook.styles ?? ''));
  const shown = workbook.sheets.filter(({ hidden }) => !hidden);
  const sheets: Table['sheets'] = [];
  for (const { name, hidden, part } of limits.sheets === 'first' ? shown.slice(0, 1) : workbook.sheets) {
    const own = zip.part(part);
    const parts = { strings, dates, since1904: workbook.since1904 };
    if (own) sheets.push({ name, hidden, rows: await readSheet(own, parts, limits) });
  }
  return { kind: 'xlsx', sheets };
}

const active = [
  [/macroenabled|vbaproject|macrosheet|intlmacrosheet|dialogsheet/i, 'table_macros'],
  [/externallink|[.]connections/i, 'table_links'],
  [/oleobject|activex|controlproperties/i, 'table_embedded'],
  [/sheet[.]binary/i, 'table_old_kind'],
] as const;

/** A part may have any name; what it is stands in the list of types. */
async function refuseActive(types: AsyncIterable<Buffer>) {
  await readXml(types, {
    open(_name, { ContentType: type = '' }) {
      for (const [what, refusal] of active) if (what.test(type)) throw new NotTaken(refusal);
    },
  });
}

type Relation = { id: string; type: string; target: string };

/** Where the parts are that another part names; absolute names without the first slash. */
async function relations(zip: Package, of: string): Promise<Relation[]> {
  const folder = of ? dirname(of) : '.';
  const content = zip.part(posix.join(folder, '_rels', `${posix.basename(of)}.rels`));
  const found: Relation[] = [];
  if (!content) return found;
  await readXml(content, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External' || !Id || !Type || !Target) return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}

async function readWorkbook(zip: Package, name: string) {
  const content = zip.part(name);
  const named: { name: string; hidden: boolean; id: string }[] = [];
  let since1904 = false;
  if (!content) return undefined;
  await readXml(content, {
    open(element, attributes) {
      if (element === 'workbookPr') since1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const { name: title = '', state, id = '' } = attributes;
      named.push({ name: title, hidden: state !== undefined && state !== 'visible', id });
      if (named.length > most.sheets) throw new NotTaken('table_too_large');
    },
  });
  const related = await relations(zip, name);
  const target = (type: string) => related.find((relation) => relation.type === type)?.target;
  const sheets = named.flatMap(({ name: title, hidden, id }) => {
    const part = related.find((relation) => relation.id === id && relation.type === 'worksheet')?.target;
    return part ? [{ name: title, hidden, part }] : [];
  });
  return { sheets, since1904, strings: target('sharedStrings'), styles: target('styles') };
}

/** Texts that cells refer to by number. Pronunciation is left out. */
async function sharedStrings(content: AsyncIterable<Buffer> | undefined) {
  const strings: string[] = [];
  let text = '';
  let spoken = 0;
  let characters = 0;
  if (!content) return strings;
  await readXml(content, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken += 1;
    },
    close(name, own) {
      if (name === 'rPh') spoken -= 1;
      if (name === 't' && spoken === 0) text += own;
      if (name !== 'si') return;
      // One more than a cell takes, so that a cell sees it is too long.
      const kept = text.slice(0, mostCellCharacters + 1);
      characters += kept.length;
      if (characters > most.characters) throw new NotTaken('table_too_large');
      strings.push(kept);
    },
  });
  return strings;
}
