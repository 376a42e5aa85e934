import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type DocumentRefused = { title: string; filename: string; link: string };

export const documentRefused = ({ title, filename, link }: DocumentRefused): Email => ({
  subject: 'A file you sent carries a virus and was removed',
  body: (
    <EmailFrame
      heading="A file you sent was removed"
      preview="It carries a virus. Send a clean copy."
      why="You get this because you sent the file from your account."
    >
      <Paragraph>
        The file “{filename}” of “{title}” carries a virus. Nobody was given it, and it is no longer kept.
      </Paragraph>
      <Paragraph>
        The computer it came from may carry the virus, too: have it checked. Then add a clean copy as a new
        version.
      </Paragraph>
      <NextStep link={link}>Open the document</NextStep>
    </EmailFrame>
  ),
});
