import { Image, Page, StyleSheet, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';

import { Direction, useRow, Words } from './paper.server.tsx';
import { directionOfLanguage } from './words.ts';

const ink = '#17211D';
const green = '#0B5D4E';
const line = '#CFCBBF';
const millimetre = 72 / 25.4;

/** Of a card for a purse (ISO 7810, ID-1). */
const card = { width: 85.6 * millimetre, height: 54 * millimetre };

const looks = StyleSheet.create({
  wall: { color: ink, fontFamily: 'Noto Sans', paddingBottom: 32 },
  band: { backgroundColor: green, paddingHorizontal: 48, paddingVertical: 36 },
  body: { paddingHorizontal: 48, paddingTop: 22, flexGrow: 1 },
  boxed: {
    borderWidth: 1.5,
    borderColor: green,
    borderRadius: 8,
    padding: 18,
    gap: 22,
    alignItems: 'center',
  },
  beside: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  sheet: { color: ink, fontFamily: 'Noto Sans', alignItems: 'center', paddingTop: 36 },
  cards: { flexDirection: 'row', flexWrap: 'wrap', width: 2 * card.width },
  card: { ...card, borderWidth: 0.5, borderColor: line, borderStyle: 'dashed', overflow: 'hidden' },
  strip: { backgroundColor: green, paddingHorizontal: 10, paddingVertical: 6 },
  inside: { paddingHorizontal: 10, paddingVertical: 7, gap: 9, alignItems: 'center', flexGrow: 1 },
});

type PlacardProps = { language: string; head: ReactNode; children: ReactNode };

/** One A4 page for a wall: what is said loudest stands white on a band. */
export function Placard({ language, head, children }: PlacardProps) {
  return (
    <Direction.Provider value={directionOfLanguage(language)}>
      <Page size="A4" style={looks.wall}>
        <View style={looks.band}>{head}</View>
        <View style={looks.body}>{children}</View>
      </Page>
    </Direction.Provider>
  );
}

type BesideProps = { src: string; size: number; children: ReactNode };

/** A code to scan as large as `size` points, within an outline, and what is said of it beside it. */
export const BesideCode = ({ src, size, children }: BesideProps) => (
  <View style={[useRow(), looks.boxed]}>
    <Image src={src} style={{ width: size, height: size }} />
    <View style={looks.beside}>{children}</View>
  </View>
);

type CardsProps = { language: string; count: number; head: ReactNode; src: string; children: ReactNode };

/** The same card `count` times on an A4 page, edge to edge, so that one cut parts two of them. */
export function Cards({ language, count, head, src, children }: CardsProps) {
  return (
    <Direction.Provider value={directionOfLanguage(language)}>
      <Page size="A4" style={looks.sheet}>
        <View style={looks.cards}>
          {Array.from({ length: count }, (_, index) => (
            <Card key={index} head={head} src={src}>
              {children}
            </Card>
          ))}
        </View>
      </Page>
    </Direction.Provider>
  );
}

const Card = ({ head, src, children }: Pick<CardsProps, 'head' | 'src' | 'children'>) => (
  <View wrap={false} style={looks.card}>
    <View style={looks.strip}>{head}</View>
    <View style={[useRow(), looks.inside]}>
      <Image src={src} style={{ width: 84, height: 84 }} />
      <View style={looks.beside}>{children}</View>
    </View>
  </View>
);

type LoudProps = { children: string; size: number; color?: string; after?: number; bold?: boolean };

/** The fonts of these scripts ask for so much room between lines that a poster would be a page of gaps. */
const lineOf = (text: string) =>
  /\p{Script=Arabic}/u.test(text)
    ? { lineHeight: 1.4 }
    : /\p{Script=Myanmar}/u.test(text)
      ? { lineHeight: 1.65 }
      : {};

/** Words as large as they are told to be; digits alone are read from the left in every language. */
export const Loud = ({ children, size, color = ink, after = 0, bold = true }: LoudProps) => (
  <Words
    {...(/^[0-9 ]+$/.test(children) ? { way: 'ltr' } : {})}
    look={{ fontSize: size, color, marginBottom: after, fontWeight: bold ? 700 : 400, ...lineOf(children) }}
  >
    {children}
  </Words>
);
