import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type LicenceChanged = {
  change: 'confirmed' | 'suspended' | 'reinstated' | 'revoked';
  number: string;
  authority: string;
  untilDay: string;
  /** Class of the reason, and the words it was given in. */
  reason?: string | undefined;
  note?: string | undefined;
  link: string;
};

const texts = {
  confirmed: 'It counts as confirmed until that day. There is nothing you need to do.',
  suspended:
    'Do not recruit under it while it is suspended. It can be reinstated once the reason is dealt with; until then the scheme counts it as no licence.',
  reinstated: 'It counts as confirmed again. There is nothing you need to do.',
  revoked: 'That is for good: this licence does not come back. Do not recruit under it any more.',
};

export const licenceChanged = (changed: LicenceChanged): Email => {
  const { change, number, authority, untilDay, reason, note, link } = changed;
  const reasons = [reason, note].filter((each) => each !== undefined && each !== '');
  return {
    subject: `Licence ${number}: ${change}`,
    body: (
      <EmailFrame
        heading={`A licence was ${change}`}
        preview={`${number} of ${authority} was ${change}.`}
        why="You get this because you look after your agency’s licences with the scheme."
      >
        <Paragraph>
          Your licence {number} of {authority}, valid until {untilDay}, was {change}.
        </Paragraph>
        {reasons.length > 0 ? <Reasons reasons={reasons.map(String)} /> : null}
        <Paragraph>{texts[change]}</Paragraph>
        <NextStep link={link}>See the licence</NextStep>
      </EmailFrame>
    ),
  };
};
