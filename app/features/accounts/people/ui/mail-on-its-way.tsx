import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Prose } from '#app/ui/page.tsx';

type Props = { title: string; lead: string; waits: string; again: string };

/** After asking for a mail: what happens now, also when it is late or never comes. */
export function MailOnItsWay({ title, lead, waits, again }: Props) {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <Prose>
        <p>
          The mail usually arrives within a minute or two. It can take longer when a mail system on the way is
          slow or down: {waits}, and the mail goes out as soon as it can.
        </p>
        <p>
          Nothing after ten minutes? Look among unwanted mail, check that the address was typed correctly,
          then <TextLink to={again}>ask again</TextLink>.
        </p>
      </Prose>
    </>
  );
}
