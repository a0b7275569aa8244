/** A picture of 40 by 20 pixels, drawn by the browser itself. */
export async function picture(kind: string, name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 40;
  canvas.height = 20;
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#c03020';
    context.fillRect(0, 0, 40, 20);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, kind));
  if (!blob) throw new Error('no picture');
  return new File([blob], name, { type: kind });
}
