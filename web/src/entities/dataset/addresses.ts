/** Where the bytes of one file are read. */
export const fileAddress = (id: string, path: string) =>
  `/api/v1/datasets/${id}/file?path=${encodeURIComponent(path)}`;
