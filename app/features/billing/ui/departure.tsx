import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

/**
 * On the way to the card page. A page between and not a redirect: forms of this site may lead to this site only, which
 * browsers also ask of the redirect that answers one.
 */
export function CheckoutDeparture({ address }: { address: string }) {
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${address}`} />
      <PageHeader title="On the way to the card page" lead="You come back by yourself when you have paid." />
      <div>
        <ButtonLink to={address}>Continue to the card page</ButtonLink>
      </div>
    </>
  );
}
