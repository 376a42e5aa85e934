import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import type { CSSProperties, ReactElement, ReactNode } from 'react';

export type Email = { subject: string; body: ReactElement };

type EmailFrameProps = {
  heading: string;
  language?: string;
  direction?: 'ltr' | 'rtl';
  /** The line that mail programs show beside the subject. */
  preview: string;
  /** One sentence: why this person gets this mail. */
  why: string;
  children: ReactNode;
};

/** What every mail shares; what it says to do stands inside. */
export function EmailFrame({
  heading,
  language = 'en',
  direction = 'ltr',
  preview,
  why,
  children,
}: EmailFrameProps) {
  return (
    <Html lang={language} dir={direction}>
      <Head>
        <title>{heading}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={styles.body}>
        <Container style={styles.container}>
          <Text style={styles.wordmark}>Fairroute</Text>
          <Heading as="h1" style={styles.heading}>
            {heading}
          </Heading>
          {children}
          <Hr style={styles.rule} />
          <Text style={styles.why}>{why}</Text>
        </Container>
      </Body>
    </Html>
  );
}

export const Paragraph = ({ children }: { children: ReactNode }) => (
  <Text style={styles.text}>{children}</Text>
);

/** The reasons for a decision, in the words they were given in. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  return (
    <ul style={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason} style={styles.reason}>
          {reason}
        </li>
      ))}
    </ul>
  );
}

/** The next step: one to a mail. */
export function NextStep({ link, children }: { link: string; children: ReactNode }) {
  return (
    <Section style={styles.step}>
      <Button href={link} style={styles.button}>
        {children}
      </Button>
    </Section>
  );
}

const sans = 'Inter, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const serif = '"Source Serif 4", Georgia, serif';

const styles = {
  body: { margin: 0, padding: '24px 0', backgroundColor: '#fbfaf6', fontFamily: sans },
  container: {
    maxWidth: '560px',
    padding: '32px',
    backgroundColor: '#ffffff',
    border: '1px solid #e4e1d8',
    borderRadius: '12px',
  },
  wordmark: { margin: '0 0 24px', fontFamily: serif, fontSize: '18px', fontWeight: 700, color: '#17211d' },
  heading: {
    margin: '0 0 16px',
    fontFamily: serif,
    fontSize: '26px',
    lineHeight: '32px',
    fontWeight: 600,
    color: '#17211d',
  },
  text: { margin: '0 0 16px', fontSize: '16px', lineHeight: '25px', color: '#17211d' },
  reasons: { margin: '0 0 16px', paddingInlineStart: '22px', color: '#17211d' },
  reason: { margin: '0 0 6px', fontSize: '16px', lineHeight: '25px' },
  step: { margin: '24px 0' },
  button: {
    padding: '12px 20px',
    borderRadius: '8px',
    backgroundColor: '#0b5d4e',
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 600,
    textDecoration: 'none',
  },
  rule: { margin: '32px 0 16px', borderColor: '#e4e1d8' },
  why: { margin: 0, fontSize: '14px', lineHeight: '21px', color: '#51605a' },
} satisfies Record<string, CSSProperties>;
