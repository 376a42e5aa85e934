import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type CertificateIssued = {
  number: string;
  validUntilDay: string;
  link: string;
};

export const certificateIssued = ({ number, validUntilDay, link }: CertificateIssued): Email => ({
  subject: `Certificate ${number}: valid until ${validUntilDay}`,
  body: (
    <EmailFrame
      heading="You are certified"
      preview={`Certificate ${number}, valid until ${validUntilDay}.`}
      why="You get this because you look after your agency’s certificate."
    >
      <Paragraph>
        Your agency now holds certificate {number}. It is valid until {validUntilDay}, and the public register
        says so to everyone who asks.
      </Paragraph>
      <Paragraph>
        It covers the offices and corridors it names. It is not a state licence and does not vouch for a
        single job, so please do not put it on job adverts. Sub-agents may not use it.
      </Paragraph>
      <Paragraph>
        Next, download it and show its code to partners. Each year there is an audit; we write to you well
        before, and the renewal has to be finished by {validUntilDay}.
      </Paragraph>
      <NextStep link={link}>See your certificate</NextStep>
    </EmailFrame>
  ),
});
