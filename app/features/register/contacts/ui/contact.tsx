import { shownPhone } from '#app/platform/names/phone.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import type { Contact } from '../model.ts';

/** What the record says of how to reach a recruiter, and what a call from elsewhere is. */
export const ContactSection = ({ contact }: { contact: Contact | null }) => (
  <Section title="Contact">
    {contact ? (
      <>
        <Summary items={itemsOf(contact)} />
        <p>
          {contact.phones.length > 0
            ? 'The recruiter published these itself. A call from any other number is not from its office. It may be from an agent who may speak for it: search the register for the number that called you.'
            : 'The recruiter published these itself, and no phone number. Search the register for a number that called you: it may be of an agent who may speak for it.'}
        </p>
      </>
    ) : (
      <p>
        The recruiter published no contacts of its own. So nobody can tell by a number whether its office is
        calling.
      </p>
    )}
  </Section>
);

/** Other people's pages: they are told nothing of where somebody came from. */
const Outside = ({ url }: { url: string }) => (
  <TextLink to={url} rel="nofollow noopener noreferrer">
    <bdi className="break-all">{url.replace(/^https:\/\//, '').replace(/\/$/, '')}</bdi>
  </TextLink>
);

const itemsOf = ({ phones, website, email, social }: Contact) => [
  ...phones.map((phone) => ({
    term: 'Phone',
    value: <TextLink to={`tel:${phone}`}>{shownPhone(phone)}</TextLink>,
  })),
  ...(website ? [{ term: 'Website', value: <Outside url={website} /> }] : []),
  ...(email ? [{ term: 'Mail', value: <TextLink to={`mailto:${email}`}>{email}</TextLink> }] : []),
  ...social.map((url) => ({ term: 'Page', value: <Outside url={url} /> })),
];
