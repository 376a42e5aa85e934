import qrcode from 'qrcode';

/** A QR code as SVG text, with the quiet zone scanners need; dark on light in every theme. */
export const qrCode = (text: string) =>
  qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
