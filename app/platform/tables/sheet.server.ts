import {
  columnOf,
  mostCellCharacters,
  NotTaken,
  type Cell,
  type TableLimits,
  type TableRow,
} from './table.ts';
import { readXml, type Attributes } from './xml.server.ts';

export type Parts = { strings: string[]; dates: boolean[]; since1904: boolean };
type Range = { top: number; bottom: number; left: number; right: number };
type Open = { column: number; type: string; style: number; formula: boolean; value: string; inline: string };

const lastRow = 1_048_576;
const most = { ranges: 500, characters: 16 * 1024 * 1024 };

/** The rows of one sheet that have something in them; stops at the first that is one too many. */
export async function readSheet(content: AsyncIterable<Buffer>, parts: Parts, limits: TableLimits) {
  const sheet = new SheetReader(parts, limits);
  await readXml(content, {
    open: (name, attributes) => sheet.open(name, attributes),
    close: (name, text) => sheet.close(name, text),
  });
  return sheet.rows;
}

class SheetReader {
  readonly rows: TableRow[] = [];
  private row: TableRow = { number: 0, cells: [] };
  private next = 0;
  private cell: Open | undefined;
  private spoken = 0;
  private characters = 0;
  private readonly filled: Range[] = [];

  constructor(
    private readonly parts: Parts,
    private readonly limits: TableLimits,
  ) {}

  open(name: string, attributes: Attributes) {
    if (name === 'row') {
      const number = Number(attributes['r'] ?? this.row.number + 1);
      if (!Number.isInteger(number) || number <= this.row.number || number > lastRow)
        throw new NotTaken('table_unreadable');
      this.row = { number, cells: [] };
      this.next = 0;
    } else if (name === 'c') {
      const column = attributes['r'] === undefined ? this.next : columnOf(attributes['r']);
      if (column === undefined) throw new NotTaken('table_unreadable');
      this.next = column + 1;
      const { t: type = 'n', s: style = '0' } = attributes;
      this.cell = { column, type, style: Number(style), formula: false, value: '', inline: '' };
    } else if (name === 'f' && this.cell) {
      this.cell.formula = true;
      this.remember(attributes['ref']);
    } else if (name === 'rPh') this.spoken += 1;
  }

  close(name: string, text: string) {
    if (name === 'rPh') this.spoken -= 1;
    if (name === 'row' && this.row.cells.some((cell) => cell !== null)) {
      this.rows.push(this.row);
      if (this.rows.length > this.limits.mostRows) throw new NotTaken('table_too_many_rows');
    }
    if (!this.cell) return;
    if (name === 'v') this.cell.value = text;
    if (name === 't' && this.spoken === 0) this.cell.inline += text;
    if (name !== 'c') return;
    this.put(this.cell.column, this.valueOf(this.cell));
    this.cell = undefined;
  }

  /** One formula may fill a whole range; only its first cell says so. */
  private remember(ref: string | undefined) {
    const found = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(ref ?? '');
    if (!found) return;
    const [, left = 'A', top = '1', right = left, bottom = top] = found;
    if (this.filled.length >= most.ranges) this.filled.shift();
    this.filled.push({
      top: Number(top),
      bottom: Number(bottom),
      left: columnOf(`${left}1`) ?? 0,
      right: columnOf(`${right}1`) ?? 0,
    });
  }

  private put(column: number, value: Cell) {
    if (value === null) return;
    if (column >= this.limits.mostColumns) throw new NotTaken('table_too_many_columns');
    while (this.row.cells.length < column) this.row.cells.push(null);
    this.row.cells[column] = value;
  }

  private valueOf(cell: Open): Cell {
    const { column } = cell;
    const { number } = this.row;
    const within = (range: Range) =>
      number >= range.top && number <= range.bottom && column >= range.left && column <= range.right;
    if (cell.formula || (cell.value !== '' && this.filled.some(within))) return { untaken: 'formula' };
    switch (cell.type) {
      case 's':
        return cell.value === '' ? null : this.textOf(this.parts.strings[Number(cell.value)]);
      case 'inlineStr':
        return this.textOf(cell.inline);
      case 'str':
        return this.textOf(cell.value);
      case 'b':
        return cell.value === '1' || cell.value === 'true';
      case 'e':
        return { untaken: 'error' };
      case 'd':
        return this.dateOf(new Date(/Z|[+-]\d\d:\d\d$/.test(cell.value) ? cell.value : `${cell.value}Z`));
      default:
        return cell.value.trim() === '' ? null : this.numberOf(Number(cell.value), cell.style);
    }
  }

  private textOf(text: string | undefined): Cell {
    if (text === undefined) return { untaken: 'error' };
    if (text === '') return null;
    if (text.length > mostCellCharacters) return { untaken: 'too_long' };
    this.characters += text.length;
    if (this.characters > most.characters) throw new NotTaken('table_too_large');
    return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  }

  private numberOf(value: number, style: number): Cell {
    if (!Number.isFinite(value)) return { untaken: 'error' };
    if (!this.parts.dates[style]) return value;
    // Days since the last day of 1899; the year 1900 was no leap year, whatever spreadsheets count.
    const serial = this.parts.since1904 ? value + 1462 : value < 60 ? value + 1 : value;
    return this.dateOf(new Date(Math.round((serial - 25_569) * 86_400_000)));
  }

  private dateOf(value: Date): Cell {
    return Number.isNaN(value.getTime()) ? { untaken: 'error' } : value;
  }
}
