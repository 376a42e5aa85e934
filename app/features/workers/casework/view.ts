import { sectionLines, type Line } from './section-lines.ts';

type Entry = {
  id: string;
  kind: string;
  section: string | null;
  ofEntry: string | null;
  at: Date;
  by: string | null;
  said: unknown;
  text: string | null;
};

export type Note = { id: string; at: string; by: string | null; text: string | null };
export type Piece = Note & { kind: string; translations: Note[] };
export type SectionPiece = { id: string; section: string; at: string; lines: Line[]; translations: Note[] };

/** What a page shows of a case that was opened, in its parts. */
export type OpenedFile = ReturnType<typeof fileOf>;

export function fileOf(entries: readonly Entry[]) {
  const noteOf = ({ id, at, by, text }: Entry): Note => ({ id, by, text, at: at.toISOString() });
  const translationsOf = (id: string) =>
    entries.filter(({ kind, ofEntry }) => kind === 'translation' && ofEntry === id).map(noteOf);
  const pieceOf = (entry: Entry): Piece => ({
    ...noteOf(entry),
    kind: entry.kind,
    translations: translationsOf(entry.id),
  });
  const ofKind = (...kinds: string[]) => entries.filter(({ kind }) => kinds.includes(kind));
  return {
    account: ofKind('account').map(pieceOf).at(0) ?? null,
    conversation: ofKind('message', 'answer').map(pieceOf),
    sections: lastOfEach(ofKind('section')).map((entry): SectionPiece => ({
      ...{ id: entry.id, section: entry.section ?? '', at: entry.at.toISOString() },
      ...{ lines: sectionLines(entry.said), translations: translationsOf(entry.id) },
    })),
    notes: ofKind('note').map(noteOf),
    passed: ofKind('disclosure').map((entry) => ({
      ...noteOf(entry),
      responses: entries
        .filter(({ kind, ofEntry }) => kind === 'response' && ofEntry === entry.id)
        .map(noteOf),
    })),
  };
}

/** Each section as it was last said. */
const lastOfEach = (sections: readonly Entry[]) => [
  ...new Map(sections.map((entry) => [entry.section, entry])).values(),
];
