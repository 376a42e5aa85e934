import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type LicenceEnding = {
  number: string;
  authority: string;
  days: number;
  untilDay: string;
  link: string;
};

export const licenceEnding = ({ number, authority, days, untilDay, link }: LicenceEnding): Email => {
  const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return {
    subject: `Licence ${number} ends ${left}`,
    body: (
      <EmailFrame
        heading={`A licence ends ${left}`}
        preview={`${number} of ${authority} is valid until ${untilDay}.`}
        why="You get this because you look after your agency’s licences with the scheme."
      >
        <Paragraph>
          Your licence {number} of {authority} is valid until {untilDay}.
        </Paragraph>
        <Paragraph>
          When the authority has renewed it, tell us the new last day. A licence that has ended can cost your
          agency its standing on the public register.
        </Paragraph>
        <NextStep link={link}>Enter the renewal</NextStep>
      </EmailFrame>
    ),
  };
};
