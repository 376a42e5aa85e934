import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

type Props = { departure: { address: string; host: string; organisation: string } };

/**
 * On the way to the provider. A page between and not a redirect: forms of this site may lead to this site only, which
 * browsers also ask of the redirect that answers one.
 */
export function DeparturePage({ departure: { address, host, organisation } }: Props) {
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${address}`} />
      <PageHeader
        title={`On the way to ${host}`}
        lead={`${organisation} signs its people in there. You come back by yourself.`}
      />
      <div>
        <ButtonLink to={address}>{`Continue to ${host}`}</ButtonLink>
      </div>
    </>
  );
}
