import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type ApplicationAccepted = {
  registrationNumber: string;
  /** Last day to choose an audit body. */
  engageDay?: string | undefined;
  link: string;
};

export const applicationAccepted = ({ registrationNumber, engageDay, link }: ApplicationAccepted): Email => ({
  subject: `Accepted: your registration number is ${registrationNumber}`,
  body: (
    <EmailFrame
      heading="Your application is accepted"
      preview={`Registration number ${registrationNumber}. Next: choose an audit body.`}
      why="You get this because you look after your agency’s application to the scheme."
    >
      <Paragraph>
        We have accepted your application. Your registration number is {registrationNumber}.
      </Paragraph>
      <Paragraph>
        The public register now lists your agency as an applicant. That is not a certificate yet: please do
        not call yourself certified.
      </Paragraph>
      <Paragraph>
        Next, choose the audit body that will audit you{engageDay ? `, by ${engageDay}` : ''}.
      </Paragraph>
      <NextStep link={link}>Choose an audit body</NextStep>
    </EmailFrame>
  ),
});
