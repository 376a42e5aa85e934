import { Image, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createContext, useContext, type ReactNode } from 'react';

import { pageNumber } from './tree.ts';
import { directionOf, directionOfLanguage, familiesFor, pieces, printable } from './words.ts';

const ink = '#17211D';
const second = '#51605A';
const line = '#CFCBBF';

const looks = StyleSheet.create({
  page: {
    paddingTop: 72,
    paddingBottom: 64,
    paddingHorizontal: 56,
    color: ink,
    fontFamily: 'Noto Sans',
    fontSize: 9.5,
  },
  header: {
    position: 'absolute',
    top: 32,
    left: 56,
    right: 56,
    borderBottomWidth: 0.5,
    borderColor: line,
    paddingBottom: 6,
  },
  footer: {
    position: 'absolute',
    bottom: 28,
    left: 56,
    right: 56,
    borderTopWidth: 0.5,
    borderColor: line,
    paddingTop: 6,
  },
  row: { flexDirection: 'row', gap: 12 },
  rowBack: { flexDirection: 'row-reverse', gap: 12 },
  between: { justifyContent: 'space-between' },
  title: { fontSize: 20, fontWeight: 700, marginBottom: 10 },
  heading: { fontSize: 12.5, fontWeight: 700, marginTop: 16, marginBottom: 6 },
  paragraph: { marginBottom: 6 },
  quiet: { color: second, fontSize: 8.5 },
  ruled: { borderTopWidth: 0.5, borderColor: line, paddingVertical: 5 },
  sheet: { marginTop: 6 },
  headRow: { borderBottomWidth: 0.75, borderColor: ink, paddingBottom: 4 },
  bold: { fontWeight: 700 },
  term: { width: '34%', color: second },
  value: { width: '66%' },
  break: { fontSize: 0.1 },
  picture: { width: 96, height: 96 },
  pictured: { marginTop: 14, alignItems: 'center' },
  beside: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
});

/** The way a page is read, for whatever stands on it. */
export const Direction = createContext<'ltr' | 'rtl'>('ltr');
export const useRow = () => (useContext(Direction) === 'rtl' ? looks.rowBack : looks.row);

type Look = {
  [
    size in
      | 'lineHeight'
      | 'fontSize'
      | 'fontWeight'
      | 'marginBottom'
      | 'marginTop'
      | 'flexGrow'
      | 'flexShrink'
      | 'flexBasis'
  ]?: number;
} & { color?: string; width?: string };
/** `way`: how a text is read that has no letters to say so, such as a number in two parts. */
type WordsProps = { children: string; look?: Look; end?: boolean; way?: 'ltr' | 'rtl' };

/** Text in any script: its own fonts, its own direction, lines that end where words do. */
export function Words({ children, look = {}, end = false, way }: WordsProps) {
  const page = useContext(Direction);
  const text = printable(children);
  // A number or a dash has no direction of its own: it goes with the page.
  const direction = way ?? (/\p{L}/u.test(text) ? directionOf(text) : page);
  const [first, ...rest] = pieces(text);
  return (
    <Text
      style={{
        ...look,
        fontFamily: familiesFor(text),
        direction,
        textAlign: (page === 'rtl') === end ? 'left' : 'right',
      }}
    >
      {first}
      {rest.map((piece, index) => [
        <Text key={index} style={looks.break}>
          {' '}
        </Text>,
        piece,
      ])}
    </Text>
  );
}

type PaperProps = {
  /** Stands at the head of every page: the document's name, and its number. */
  header: string;
  reference: string;
  footer: string;
  language: string;
  /** Lies on its side, for tables of many columns. */
  wide?: boolean;
  children: ReactNode;
};

/** A4 pages of one document, each with its header, and its number as "1 of 3". */
export function Paper({ header, reference, footer, language, wide = false, children }: PaperProps) {
  const direction = directionOfLanguage(language);
  const row = direction === 'rtl' ? looks.rowBack : looks.row;
  return (
    <Direction.Provider value={direction}>
      <Page size="A4" orientation={wide ? 'landscape' : 'portrait'} style={looks.page}>
        <View fixed style={[looks.header, row, looks.between]}>
          <Words look={looks.quiet}>{header}</Words>
          <Words look={looks.quiet}>{reference}</Words>
        </View>
        {children}
        <View fixed style={[looks.footer, row, looks.between]}>
          <Words look={looks.quiet}>{footer}</Words>
          {pageNumber(looks.quiet, language === 'en' ? 'of' : '/')}
        </View>
      </Page>
    </Direction.Provider>
  );
}

export const Title = ({ children }: { children: string }) => <Words look={looks.title}>{children}</Words>;

/** Never the last line of a page: what follows it comes along. */
export const Heading = ({ children }: { children: string }) => (
  <View minPresenceAhead={48}>
    <Words look={looks.heading}>{children}</Words>
  </View>
);

export const Paragraph = ({ children }: { children: string }) => (
  <Words look={looks.paragraph}>{children}</Words>
);

type PictureProps = { src: string; children: ReactNode };

/** A small picture, such as a code to scan, with what is said about it beside it: whole on one page. */
export const Picture = ({ src, children }: PictureProps) => (
  <View wrap={false} style={[useRow(), looks.pictured]}>
    <Image src={src} style={looks.picture} />
    <View style={looks.beside}>{children}</View>
  </View>
);

/** What is known, line by line, between hairlines. */
export function Facts({ items }: { items: readonly { term: string; value: string }[] }) {
  const row = useRow();
  return items.map(({ term, value }, index) => (
    <View key={index} style={[row, looks.ruled]}>
      <Words look={looks.term}>{term}</Words>
      <Words look={looks.value}>{value}</Words>
    </View>
  ));
}

/** `share` is the column's part of the width; numbers stand at the end. */
type SheetColumn<T> = { header: string; cell: (row: T) => string; share?: number; end?: boolean };
type SheetProps<T> = {
  columns: readonly SheetColumn<T>[];
  rows: readonly T[];
  /** The names of the columns stand on every page it goes over, not on the first alone. */
  repeated?: boolean;
  /** The last line in bold, such as a total: one text for each column. */
  total?: readonly string[];
};

/** A table; a row stays together on one page. */
export function Sheet<T>({ columns, rows, repeated = false, total }: SheetProps<T>) {
  return (
    <View style={looks.sheet}>
      <SheetRow columns={columns} cells={columns.map(({ header }) => header)} kind="head" {...{ repeated }} />
      {rows.map((each, index) => (
        <SheetRow key={index} columns={columns} cells={columns.map(({ cell }) => cell(each))} kind="row" />
      ))}
      {total ? <SheetRow columns={columns} cells={total} kind="total" /> : null}
    </View>
  );
}

type SheetRowProps = {
  columns: readonly { share?: number; end?: boolean }[];
  cells: readonly string[];
  kind: 'head' | 'row' | 'total';
  repeated?: boolean;
};

function SheetRow({ columns, cells, kind, repeated = false }: SheetRowProps) {
  const row = useRow();
  return (
    <View wrap={false} fixed={repeated} style={[row, kind === 'head' ? looks.headRow : looks.ruled]}>
      {columns.map(({ share = 1, end = false }, index) => (
        <Words
          key={index}
          end={end}
          look={{ flexGrow: share, flexShrink: 1, flexBasis: 0, ...(kind === 'row' ? {} : looks.bold) }}
        >
          {cells[index] ?? ''}
        </Words>
      ))}
    </View>
  );
}
