import type { Dataset } from '@/entities/dataset/dataset';
import { datasetQuery } from '@/entities/dataset/show-dataset';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export const useId = () => useParams({ from: '/datasets/$id' }).id;

export const useAddFiles = () => {
  const id = useId();
  const navigate = useNavigate();
  return () => void navigate({ to: '.', search: (now) => ({ ...now, upload: id }) });
};

export const useHome = () => {
  const navigate = useNavigate();
  return () => void navigate({ to: '/datasets' });
};

/** A tab is drawn inside the layout, which has waited for the dataset. */
export const Loaded = ({ children }: { children: (dataset: Dataset) => ReactNode }) => {
  const { data } = useQuery(datasetQuery(useId()));
  return data === undefined ? null : children(data);
};
