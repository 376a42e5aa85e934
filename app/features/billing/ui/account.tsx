import { Summary } from '#app/ui/page.tsx';

type Props = { account: string | undefined; number: string; amount: string };

/** Where a transfer goes, and what it must say. */
export function TransferDetails({ account, number, amount }: Props) {
  return (
    <>
      <Summary
        items={[
          { term: 'Amount', value: amount },
          { term: 'Reference', value: <strong>{number}</strong> },
          {
            term: 'Account',
            value: account ? (
              <span className="whitespace-pre-line">{account}</span>
            ) : (
              'Ask the scheme for its account: it is not published here.'
            ),
          },
        ]}
      />
      <p>
        Write the reference exactly as it stands here: by it we know whose money it is. Bank fees are the
        sender’s: the whole amount has to arrive.
      </p>
    </>
  );
}
