import { timeInWords } from '#app/platform/calendar.ts';
import { EmptyState } from '#app/ui/empty.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

type Line = { question: string; answer: string };
type Copy = {
  version: number;
  submittedAt: Date | string;
  sections: { section: string; title: string; answers: Line[] }[];
};

/** An application in the words it was sent in. */
export function CopyAsSent({ copy }: { copy: Copy | undefined }) {
  if (!copy)
    return (
      <EmptyState title="Not sent yet">What the applicant sends stands here, as it was sent.</EmptyState>
    );
  const sent = `Sent ${timeInWords(copy.submittedAt)}${copy.version > 1 ? `, version ${copy.version}` : ''}`;
  return copy.sections.map(({ section, title, answers }, index) => (
    <Section key={section} title={title} aside={index === 0 ? sent : undefined}>
      <Summary items={answers.map(({ question, answer }) => ({ term: question, value: answer }))} />
    </Section>
  ));
}
