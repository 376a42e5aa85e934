import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type LicenceEnded = {
  /** Its own people, or the scheme's. */
  to: 'holder' | 'scheme';
  number: string;
  authority: string;
  holder: string;
  untilDay: string;
  renewalWaits: boolean;
  link: string;
};

export const licenceEnded = (licence: LicenceEnded): Email => {
  const { to, number, authority, holder, untilDay, renewalWaits, link } = licence;
  const own = to === 'holder';
  return {
    subject: own ? `Licence ${number} has ended` : `Licence ${number} of ${holder} has ended`,
    body: (
      <EmailFrame
        heading="A licence has ended"
        preview={`${number} of ${authority} was valid until ${untilDay}.`}
        why={
          own
            ? 'You get this because you look after your agency’s licences with the scheme.'
            : 'You get this because you are an officer of the scheme.'
        }
      >
        <Paragraph>
          The licence {number} of {authority}
          {own ? '' : `, held by ${holder},`} was valid until {untilDay}.
        </Paragraph>
        <Paragraph>{next(own, renewalWaits)}</Paragraph>
        <NextStep link={link}>See the licence</NextStep>
      </EmailFrame>
    ),
  };
};

function next(own: boolean, renewalWaits: boolean) {
  if (renewalWaits)
    return own
      ? 'The renewal you declared waits to be confirmed. There is nothing you need to do.'
      : 'Its holder declared a renewal: confirm it with the authority, or say that there is none.';
  return own
    ? 'If it was renewed, enter the new last day. Without a valid licence nobody may be recruited under it.'
    : 'No renewal was declared. Ask its holder, or look at the register of the authority.';
}
