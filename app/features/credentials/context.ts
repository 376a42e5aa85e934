/** The words of ours that signed status and receipts use; each has its address on the page for developers. */
const terms = [
  ...['CertificateStatusCredential', 'CertificateStatus', 'RegisterCheckReceipt', 'RegisterCheck'],
  ...['certificateNumber', 'status', 'underWatch', 'since', 'reasonClass', 'replacedBy', 'asOf'],
  ...['register', 'checkedAt', 'asKnownAt', 'count'],
  ...['ref', 'country', 'registrationNumber', 'licenceNumber', 'nameLocal', 'standing'],
  ...['outcome', 'reason', 'candidates', 'match', 'score', 'on'],
];
/** Questions and answers belong together by their order. */
const inOrder = ['asked', 'answered'];

/**
 * Each word of ours by its own address (JSON-LD 1.1): a context that swallows every word is forbidden to UNTP's
 * credentials, and the W3C's for undefined terms is not meant for what is relied on. What it says of a word never
 * changes; another meaning is another version.
 */
export const contextDocument = (origin: string) => ({
  '@context': {
    '@protected': true,
    ...Object.fromEntries(terms.map((term) => [term, `${origin}/developers#${term}`])),
    ...Object.fromEntries(
      inOrder.map((term) => [term, { '@id': `${origin}/developers#${term}`, '@container': '@list' }]),
    ),
  },
});
