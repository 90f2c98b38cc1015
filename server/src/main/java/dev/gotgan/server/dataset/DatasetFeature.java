package dev.gotgan.server.dataset;

import dev.gotgan.engine.analysis.ReanalyzeHead;
import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.engine.publish.RemoveDatasets;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.web.Admission;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.work.PublishSoon;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class DatasetFeature {
    @Bean
    ShowDataset showDataset(Datasets datasets, Organizations organizations, FindingPages findings) {
        return new ShowDataset(datasets, organizations, findings);
    }

    @Bean
    EditDataset editDataset(
            Datasets datasets,
            Admission admission,
            Accounts accounts,
            Organizations organizations,
            ReanalyzeHead reanalyze) {
        return new EditDataset(datasets, admission, accounts, organizations, reanalyze);
    }

    @Bean
    DeleteDataset deleteDataset(Datasets datasets, RemoveDatasets objects, Tasks tasks, ExecutorService background) {
        return new DeleteDataset(datasets, objects, tasks, background);
    }

    @Bean
    DatasetController datasetController(
            ShowDataset show, Datasets datasets, EditDataset edit, DeleteDataset delete, PublishSoon publish) {
        return new DatasetController(show, new CreateDataset(datasets), edit, delete, publish);
    }

    @Bean
    AvailableController availableController(DatasetList list) {
        return new AvailableController(list);
    }

    @Bean
    AnalyzeController analyzeController(Settings settings) {
        return new AnalyzeController(settings.analyze());
    }

    @Bean
    TrashController trashController(DatasetList list, Datasets datasets, ShowDataset show) {
        return new TrashController(list, datasets, show);
    }

    @Bean
    HistoryController historyController(CommitLog commits) {
        return new HistoryController(commits);
    }
}
