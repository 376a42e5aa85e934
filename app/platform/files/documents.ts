export const mostDocumentBytes = 25 * 1024 * 1024;

/** Scans and photographs of papers. */
export const documentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;

/** "1.8 MB". */
export function bytesInWords(bytes: number) {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
