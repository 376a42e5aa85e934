import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card, Section, Summary } from '#app/ui/page.tsx';

import type { Note, Piece, SectionPiece } from '../view.ts';
import { sectionName } from './words.ts';

const lost = 'No key opens this any more.';

/** As it was written: lines stay lines, and its own direction. */
export const Written = ({ text, lang }: { text: string | null; lang?: string | undefined }) => (
  <p dir="auto" lang={lang} className="break-words whitespace-pre-wrap">
    {text ?? lost}
  </p>
);

const said = (at: string, by: string) => (
  <p className="text-sm text-ink-2">
    {`${by}, `}
    <time dateTime={at}>{timeInWords(at)}</time>
  </p>
);

const Translations = ({ notes, add }: { notes: readonly Note[]; add: string }) => (
  <div className="border-s-2 border-line-strong ps-4">
    {notes.map((note) => (
      <div key={note.id} className="mb-2">
        {said(note.at, `Translated by ${note.by ?? 'somebody'}`)}
        <Written text={note.text} lang="en" />
      </div>
    ))}
    <TextLink to={add}>{notes.length === 0 ? 'Add a translation' : 'Add another translation'}</TextLink>
  </div>
);

type Place = { place: string; language: string };

export const Account = ({
  account,
  whom,
  place,
  language,
}: Place & { account: Piece; whom: string | null }) => (
  <Section title="What was first written">
    <Card>
      {said(account.at, 'The reporter')}
      <Written text={account.text} lang={language} />
      <p>
        <span className="text-ink-2">About: </span>
        <span dir="auto">{whom || 'nobody named'}</span>
      </p>
      <Translations notes={account.translations} add={`${place}/translate/${account.id}`} />
    </Card>
  </Section>
);

export const Sections = ({ sections, place }: Place & { sections: readonly SectionPiece[] }) => (
  <Section title="What was told besides">
    {sections.length === 0 ? (
      <p className="text-ink-2">Nothing yet. All of it is the reporter’s choice.</p>
    ) : (
      sections.map(({ id, section, at, lines, translations }) => (
        <Card key={id} title={sectionName(section)}>
          {said(at, 'The reporter')}
          {lines.length === 0 ? (
            <p className="text-ink-2">Left empty.</p>
          ) : (
            <Summary
              items={lines.map(({ term, value }) => ({ term, value: <span dir="auto">{value}</span> }))}
            />
          )}
          <Translations notes={translations} add={`${place}/translate/${id}`} />
        </Card>
      ))
    )}
  </Section>
);

export const Conversation = ({ pieces, place, language }: Place & { pieces: readonly Piece[] }) => (
  <Section title="Conversation" aside={<TextLink to={`${place}/answer`}>Write to the reporter</TextLink>}>
    {pieces.length === 0 ? (
      <p className="text-ink-2">
        Nothing was written since. What you write here is read with number and code.
      </p>
    ) : (
      pieces.map((piece) => (
        <Card key={piece.id}>
          {said(piece.at, piece.kind === 'answer' ? (piece.by ?? 'The caseworker') : 'The reporter')}
          <Written text={piece.text} lang={piece.kind === 'answer' ? undefined : language} />
          {piece.kind === 'answer' ? null : (
            <Translations notes={piece.translations} add={`${place}/translate/${piece.id}`} />
          )}
        </Card>
      ))
    )}
  </Section>
);

export const Notes = ({ notes, place }: { notes: readonly Note[]; place: string }) => (
  <Section title="Notes of the desk" aside={<TextLink to={`${place}/note`}>Write a note</TextLink>}>
    {notes.length === 0 ? (
      <p className="text-ink-2">No notes. Only whoever may open the case reads them.</p>
    ) : (
      notes.map(({ id, at, by, text }) => (
        <div key={id}>
          {said(at, by ?? 'Somebody')}
          <Written text={text} />
        </div>
      ))
    )}
  </Section>
);

type Passed = Note & { responses: Note[] };

export const PassedOn = ({ passed }: { passed: readonly Passed[] }) =>
  passed.length === 0 ? null : (
    <Section title="What others were told">
      {passed.map(({ id, at, by, text, responses }) => (
        <Card key={id}>
          {said(at, by ?? 'Somebody')}
          <Written text={text} />
          {responses.map((response) => (
            <div key={response.id} className="border-s-2 border-line-strong ps-4">
              {said(response.at, `Answered by ${response.by ?? 'somebody'}`)}
              <Written text={response.text} />
            </div>
          ))}
        </Card>
      ))}
    </Section>
  );
