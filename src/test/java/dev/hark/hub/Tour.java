package dev.hark.hub;

import java.util.List;

/**
 * A walk over an area's operations at which each answers once and, where it can, refuses once; what
 * is answered is held against the document. Each area has its own.
 */
interface Tour {
  List<Tour> ALL =
      List.of(
          new WorkTour(),
          new QualityTour(),
          new AccountTour(),
          new LedgerTour(),
          new QualificationTour());

  void go(TestHub hub);
}
