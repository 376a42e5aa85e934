import { Section } from '#app/ui/page.tsx';

import { topics, type Entry } from '../model.ts';
import { staleInWords } from '../rules.ts';
import { SourceLine } from './provenance.tsx';
import { placeInWords, topicNames } from './words.ts';

/** An entry as whoever relies on it reads it: what holds, since when nobody looked, and how it is cited. */
export const EntryText = ({ entry, today }: { entry: Entry; today: string }) => (
  <article id={entry.id} className="keep flex scroll-mt-4 flex-col gap-2 border-t border-line pt-4">
    <h3>{entry.title}</h3>
    <p className="text-sm text-ink-2">{placeInWords(entry)}</p>
    <Stale text={staleInWords(entry, today)} />
    <p className="max-w-[42rem] whitespace-pre-line">{entry.words}</p>
    <SourceLine {...entry} />
    <p className="text-sm text-ink-2">
      Cite as: corridor book, entry <span className="font-mono">{entry.id.slice(0, 8)}</span>, version{' '}
      {entry.version}
    </p>
  </article>
);

export const Stale = ({ text }: { text: string | null }) =>
  text === null ? null : <p className="max-w-[42rem] font-semibold text-stopped">{text}</p>;

/** All topics, in the order of the book; one of which nothing is known says so, for silence is no permission. */
export const EntriesByTopic = ({ entries, today }: { entries: readonly Entry[]; today: string }) => (
  <>
    {topics.map((topic) => {
      const own = entries.filter((entry) => entry.topic === topic);
      return (
        <Section key={topic} id={topic} title={topicNames[topic]}>
          {own.length === 0 ? (
            <p className="text-ink-2">
              The book says nothing of this yet. That does not mean that nothing is asked or everything is
              allowed.
            </p>
          ) : null}
          {own.map((entry) => (
            <EntryText key={entry.id} entry={entry} today={today} />
          ))}
        </Section>
      );
    })}
  </>
);
