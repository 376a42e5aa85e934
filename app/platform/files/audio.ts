/** Sound as phones record it and browsers play it. */
export const audioTypes = [
  'audio/mpeg',
  'audio/ogg',
  'audio/mp4',
  'audio/aac',
  'audio/wav',
  'audio/webm',
] as const;

/** Types as their bytes are told to be, by the name we keep: a recorder's file may or may not say that it holds no picture. */
const names: Record<string, string> = {
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'video/webm': 'audio/webm',
  'application/ogg': 'audio/ogg',
};
export const audioNameOf = (mime: string) => {
  const plain = mime.split(';')[0] ?? '';
  return names[plain] ?? plain;
};
