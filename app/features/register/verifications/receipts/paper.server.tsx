import { timeInWords } from '#app/platform/calendar.ts';
import { qrPicture } from '#app/platform/files/qr.server.ts';
import { Facts, Heading, Paper, Paragraph, Picture, Sheet, Title } from '#app/platform/pdf/paper.server.tsx';
import { drawer, renderPdf } from '#app/platform/pdf/render.server.tsx';

import { readReceipt, type ReadReceipt } from './kept.server.ts';
import { answerInWords } from './words.ts';

/** What one paper shows in full; of a longer list the digest still covers all. */
export const mostOnPaper = 200;

type Printed = { id: string; token: string; origin: string };

/** A receipt as a PDF. It says what the token says, and is no proof without it: the digest joins the two. */
export async function receiptPaper({ id, token, origin }: Printed) {
  const receipt = readReceipt(token, mostOnPaper);
  const verify = `${origin}/verify`;
  const [qr, draws] = await Promise.all([qrPicture(verify), drawer()]);
  const paper = <ReceiptPaper {...{ id, receipt, verify, qr, draws }} />;
  const at = new Date(receipt.asKnownAt);
  const content = await renderPdf(paper, { title: `Receipt ${id}`, language: 'en', at });
  return { content, filename: `receipt-${id}.pdf` };
}

type Drawn = {
  id: string;
  receipt: ReadReceipt;
  verify: string;
  qr: string;
  draws: (text: string) => boolean;
};

function ReceiptPaper({ id, receipt, verify, qr, draws }: Drawn) {
  const { count, lines } = receipt;
  // Our fonts have no letters of some scripts: better said than left out or drawn as boxes.
  const drawn = (text: string) => (draws(text) ? text : 'In letters this paper cannot show: see the file');
  return (
    <Paper header="Fairroute" reference={id} footer={verify} language="en">
      <Title>Receipt of a check of the register</Title>
      <Facts items={factsOf(id, receipt)} />
      <Heading>What was asked, and what the register answered</Heading>
      {lines.length < count ? (
        <Paragraph>{`The first ${lines.length} of ${count}. All of them stand in the signed file.`}</Paragraph>
      ) : null}
      <Sheet
        columns={[
          { header: '', share: 0.3, cell: ({ place }) => String(place) },
          { header: 'Asked', share: 2, cell: ({ asked }) => drawn(asked) },
          { header: 'Answered', share: 3, cell: ({ answer }) => drawn(answerInWords(answer)) },
        ]}
        rows={lines.map((line, at) => ({ ...line, place: at + 1 }))}
      />
      <Picture src={qr}>
        <Paragraph>
          This paper shows what a signed file says. The file proves it, also without a network: keep both.
        </Paragraph>
        <Paragraph>{`To check the file: ${verify}`}</Paragraph>
        <Paragraph>
          The SHA-256 above is that of the file. Another one means that it is another file.
        </Paragraph>
      </Picture>
    </Paper>
  );
}

const factsOf = (id: string, { register, asKnownAt, count, counts, digest }: ReadReceipt) => [
  { term: 'Number', value: id },
  { term: 'Register', value: register },
  { term: 'As known at', value: timeInWords(asKnownAt) },
  { term: 'Questions', value: String(count) },
  {
    term: 'Answers',
    value: `${counts.match} found, ${counts.ambiguous} with several that may be meant, ${counts.no_match} not found`,
  },
  { term: 'SHA-256 of the file', value: digest },
];
