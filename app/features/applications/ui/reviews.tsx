import { timeInWords } from '#app/platform/calendar.ts';
import { Card } from '#app/ui/page.tsx';

type Review = { id: string; outcome: string; reasons: string; decidedBy: string; decidedAt: Date | string };

const titles: Record<string, string> = {
  accepted: 'Accepted',
  deferred: 'More information asked',
  rejected: 'Rejected',
};

/** Each decision of a review, with its reasons, newest first. */
export const Reviews = ({ reviews }: { reviews: readonly Review[] }) =>
  reviews.map(({ id, outcome, reasons, decidedBy, decidedAt }) => (
    <Card key={id} title={titles[outcome] ?? outcome}>
      <p>{reasons}</p>
      <p className="text-sm text-ink-2">
        {decidedBy}, {timeInWords(decidedAt)}
      </p>
    </Card>
  ));
