import { expect, test } from 'vitest';

import { readS3Address } from './s3-address.ts';

test('an address names bucket, place and who asks', () => {
  expect(
    readS3Address('s3://KEY:sec%2Fret@evidence?endpoint=http://127.0.0.1:4569&region=eu-central-1'),
  ).toEqual({
    bucket: 'evidence',
    region: 'eu-central-1',
    endpoint: 'http://127.0.0.1:4569',
    credentials: { accessKeyId: 'KEY', secretAccessKey: 'sec/ret' },
  });
  expect(readS3Address('s3://evidence')).toMatchObject({ endpoint: undefined, credentials: undefined });
});

test.each(['s3://', 's3:///x', 's3://bucket?endpoint=ftp://x', 'file:///x', 'https://bucket', 's3://a b'])(
  '%s is no such address',
  (url) => expect(readS3Address(url)).toBeUndefined(),
);
