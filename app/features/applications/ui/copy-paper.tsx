import { timeInWords } from '#app/platform/calendar.ts';
import { Facts, Heading, Paper, Paragraph, Title } from '#app/platform/pdf/paper.server.tsx';
import { renderPdf } from '#app/platform/pdf/render.server.tsx';

type Copy = {
  reference: string;
  recruiter: string;
  version: number;
  language: string;
  submittedAt: Date;
  sections: readonly { title: string; answers: readonly { question: string; answer: string }[] }[];
};

export const copyAsPdf = (copy: Copy) =>
  renderPdf(<CopyPaper {...copy} />, {
    title: `Application ${copy.reference} of ${copy.recruiter}`,
    language: copy.language,
    at: copy.submittedAt,
  });

/** An application in the words it was sent in, for a file or a printer. */
function CopyPaper({ reference, recruiter, version, language, submittedAt, sections }: Copy) {
  return (
    <Paper
      header={`Application of ${recruiter}`}
      reference={reference}
      footer={`As sent ${timeInWords(submittedAt)}, version ${version}`}
      language={language}
    >
      <Title>{recruiter}</Title>
      <Paragraph>
        {`Application ${reference}, as it was sent ${timeInWords(submittedAt)}, version ${version}. Questions and answers stand as the applicant saw them.`}
      </Paragraph>
      {sections.map(({ title, answers }, index) => [
        <Heading key={`${index} heading`}>{title}</Heading>,
        <Facts
          key={`${index} answers`}
          items={
            answers.length > 0
              ? answers.map(({ question, answer }) => ({ term: question, value: answer || '–' }))
              : [{ term: 'No answers', value: '–' }]
          }
        />,
      ])}
    </Paper>
  );
}
