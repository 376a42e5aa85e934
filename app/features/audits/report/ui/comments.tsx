import type { ReactNode } from 'react';

import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

import { outcomeNames, partNames, type Comment } from '../model.ts';

export const subjectOf = ({ part, findingNumber }: Pick<Comment, 'part' | 'findingNumber'>) =>
  part ? partNames[part] : `Finding ${findingNumber ?? ''}`;

type Props = {
  comments: readonly Comment[];
  /** The audit whose comments this person may answer. */
  answerAt?: string | undefined;
  empty: ReactNode;
};

/** What the recruiter said about the facts, each with what became of it. */
export const Comments = ({ comments, answerAt, empty }: Props) => (
  <Section title="Comments on the facts">
    {comments.length === 0 ? <p>{empty}</p> : null}
    {comments.map((said) => (
      <article
        key={said.id}
        aria-labelledby={`comment-${said.id}`}
        className="keep border-t border-line pt-4"
      >
        <h3 id={`comment-${said.id}`} className="mb-1">
          {subjectOf(said)}
        </h3>
        <p className="whitespace-pre-line">{said.comment}</p>
        <p className="mt-1 text-sm text-ink-2">{`${said.madeBy}, ${timeInWords(said.madeAt)}`}</p>
        <Answer said={said} answerAt={answerAt} />
      </article>
    ))}
  </Section>
);

function Answer({ said, answerAt }: { said: Comment; answerAt: string | undefined }) {
  if (said.outcome)
    return (
      <p className="mt-3 whitespace-pre-line">
        <strong>{outcomeNames[said.outcome]}.</strong> {said.answer}
      </p>
    );
  if (!answerAt) return <p className="mt-3 text-ink-2">Not answered yet</p>;
  return (
    <p className="mt-3">
      <TextLink to={`${answerAt}/${said.id}`}>{`Answer the comment on ${subjectOf(said)}`}</TextLink>
    </p>
  );
}
