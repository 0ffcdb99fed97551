const download = (url: string, name: string): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.png`;
  link.click();
};

/** A drawn canvas as a picture's address, or null when nothing was drawn. */
export function pictureFile(id: string): Promise<string | null> {
  const canvas = document.getElementById(id)?.querySelector('canvas') ?? null;
  return Promise.resolve(canvas === null || canvas.width === 0 ? null : canvas.toDataURL('image/png'));
}

/** Saves a drawn canvas: in a browser as a download. False when it could not be saved. */
export async function savePicture(id: string, name: string): Promise<boolean> {
  const url = await pictureFile(id);
  if (url !== null) download(url, name);
  return url !== null;
}
