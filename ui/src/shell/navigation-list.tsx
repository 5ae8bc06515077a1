import { Badge, NavLink } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { shortCount } from '@/format/numbers';
import { homeQuery } from '@/home/queries';
import { liveCountsKey, type LiveCounts } from '@/live/apply-home-event';
import { destinations, isAt } from './navigation';
import classes from './navigation-list.module.css';

const Item = createLink(NavLink<'a'>);

export function NavigationList({ path }: { path: string }) {
  const home = useQuery({ ...homeQuery, select: (data): LiveCounts => ({ running: data.running, approvals: data.approvals }) });
  const live = useQuery<LiveCounts>({ queryKey: liveCountsKey, queryFn: skipToken });
  const counts = live.data ?? home.data;
  return (
    <div className={classes.list}>
      {destinations.map((place, index) => {
        const number = place.count ? counts?.[place.count] ?? 0 : 0;
        const active = isAt(place.to, path);
        return (
          <Item
            key={place.to} to={place.to} label={place.label} active={active} aria-current={active ? 'page' : undefined}
            leftSection={<place.icon size={17} />} className={classes.item} variant="light"
            mt={index > 0 && destinations[index - 1]?.group !== place.group ? 10 : 0}
            rightSection={number > 0 && (
              <Badge size="sm" variant={place.count === 'approvals' ? 'filled' : 'light'} className="numbers" aria-label={`${number} ${place.count === 'approvals' ? 'waiting for you' : 'running'}`}>
                {shortCount(number)}
              </Badge>
            )}
          />
        );
      })}
    </div>
  );
}
