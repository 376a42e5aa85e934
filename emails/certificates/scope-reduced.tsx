import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type ScopeReduced = {
  number: string;
  /** Corridors, sectors and offices that it covers no more. */
  gone: string[];
  sinceDay: string;
  /** The last day to appeal; none where an appeal was dismissed. */
  appealDay?: string | undefined;
  link: string;
};

export const scopeReduced = ({ number, gone, sinceDay, appealDay, link }: ScopeReduced): Email => ({
  subject: `Certificate ${number} covers less since ${sinceDay}`,
  body: (
    <EmailFrame
      heading="The scope of your certificate was reduced"
      preview={
        appealDay ? `What it covers no more, and an appeal by ${appealDay}.` : 'What it covers no more.'
      }
      why="You get this because you look after your agency’s certificate."
    >
      <Paragraph>
        Certificate {number} stays as it is, and covers less since {sinceDay}. It covers no more:
      </Paragraph>
      <Reasons reasons={gone} />
      <Paragraph>
        The public register shows this. Please do not say that you are certified for what left the scope.
        Earlier versions are kept, with their days.
      </Paragraph>
      <Paragraph>
        {appealDay
          ? `If you think this is wrong, an owner of your agency can appeal by ${appealDay}. The smaller scope stands until people who had no part in it have decided, unless they let the earlier one stand meanwhile.`
          : 'This follows from your appeal: your appeal was dismissed, and the reduction counts again.'}
      </Paragraph>
      <NextStep link={link}>Look at your certificate</NextStep>
    </EmailFrame>
  ),
});
