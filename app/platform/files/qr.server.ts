import qrcode from 'qrcode';

/** A QR code as SVG text, with the quiet zone scanners need; dark on light in every theme. */
export const qrCode = (text: string) =>
  qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });

/** The same as a picture for papers: a PNG as a data address. */
export const qrPicture = (text: string) =>
  qrcode.toDataURL(text, { type: 'image/png', errorCorrectionLevel: 'M', margin: 2, scale: 8 });
